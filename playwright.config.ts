import { defineConfig, devices } from '@playwright/test';
import { findChromium } from './src/tools/chromium.ts';

const executablePath = findChromium();
if (!executablePath) throw new Error('There is no Chromium to test with. Run: npm run setup');

/** The site as most readers get it, at a root, and once more below a path, as on a Git host's project pages. */
const ROOT = 'http://localhost:4331/';
const BELOW_A_PATH = 'http://localhost:4332/handbook/';

const served = (url: string, folder: string) => ({
	command: `node src/tools/serve.ts ${folder}`,
	url,
	env: { HANDBOOK_URL: url },
	reuseExistingServer: false,
});

const launchOptions = {
	executablePath,
	// Chromium's sandbox needs rights that root in a container has not.
	args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
};

export default defineConfig({
	testDir: 'tests/e2e',
	outputDir: '.cache/test-results',
	fullyParallel: true,
	forbidOnly: Boolean(process.env['CI']),
	workers: 2,
	// A slow machine can disturb a test once; one that failed first is listed as flaky.
	retries: process.env['CI'] ? 1 : 0,
	reporter: [['list', { printSteps: false }]],
	// A service worker's requests cannot be watched or cut by a test; those about being offline allow it.
	use: { launchOptions, contextOptions: { reducedMotion: 'reduce' }, serviceWorkers: 'block' },
	projects: [
		{
			name: 'root',
			use: { ...devices['Desktop Chrome'], launchOptions, baseURL: ROOT },
			testIgnore: /phone|below/,
		},
		{
			name: 'phone',
			use: { ...devices['Pixel 7'], launchOptions, baseURL: ROOT },
			testMatch: /phone/,
		},
		{
			name: 'below a path',
			use: { ...devices['Desktop Chrome'], launchOptions, baseURL: BELOW_A_PATH },
			testMatch: /below/,
		},
	],
	webServer: [served(ROOT, 'dist'), served(BELOW_A_PATH, '.cache/dist-below')],
});
