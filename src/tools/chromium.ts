import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const APPLICATIONS = [
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * Finds a Chromium to test with: CHROMIUM if it is set, one installed on the machine, or Playwright's.
 * @returns The path of the program, or nothing where there is none.
 */
export function findChromium(): string | undefined {
	const asked = process.env['CHROMIUM'];
	const installed = (process.env['PATH'] ?? '')
		.split(delimiter)
		.flatMap((folder) => NAMES.map((name) => join(folder, name)));
	return [...(asked ? [asked] : []), ...installed, ...APPLICATIONS, chromium.executablePath()].find(
		isExecutable,
	);
}

function isExecutable(path: string): boolean {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}
