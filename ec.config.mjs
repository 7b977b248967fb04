// How code is shown. Expressive Code reads this file itself, because its component needs it as well.
import { defineEcConfig } from '@astrojs/starlight/expressive-code';
import { runnableCode } from './src/markdown/runnable-code.ts';

export default defineEcConfig({
	themes: ['github-dark-high-contrast', 'github-light-high-contrast'],
	plugins: [runnableCode()],
	styleOverrides: {
		borderRadius: '0.4rem',
		borderColor: 'var(--sl-color-hairline-shade)',
		codeBackground: 'var(--sl-color-bg)',
		frames: {
			shadowColor: 'transparent',
			terminalBackground: 'var(--sl-color-bg)',
			editorBackground: 'var(--sl-color-bg)',
			terminalTitlebarBackground: 'var(--sl-color-gray-6)',
			terminalTitlebarBorderBottomColor: 'var(--sl-color-hairline-shade)',
			editorTabBarBackground: 'var(--sl-color-gray-6)',
			editorActiveTabBackground: 'var(--sl-color-bg)',
			editorActiveTabIndicatorTopColor: 'var(--sl-color-accent)',
			editorTabBarBorderBottomColor: 'var(--sl-color-hairline-shade)',
		},
	},
});
