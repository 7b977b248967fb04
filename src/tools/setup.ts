/**
 * `npm run setup`: finds the tools that the pages' examples and the browser tests need and that are
 * not installed, and installs them where it can: with apt as root or with sudo, or with Homebrew.
 * `--all` means every tool that pages could use. With CI set, a tool that is still missing is a failure.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { readPages } from '../../tests/examples/pages.ts';
import { toolsOf } from '../../tests/examples/requirements.ts';
import { locate } from '../../tests/examples/locate.ts';
import { isInstalled, tools } from '../../tests/examples/tools.ts';
import type { Tool } from '../../tests/examples/tools.ts';
import { findChromium } from './chromium.ts';

/** Keeps the services of new packages from starting, now and when the system starts. */
const APT = `
set -e
policy=/usr/sbin/policy-rc.d
if [ ! -e $policy ]; then
	printf '#!/bin/sh\\nexit 101\\n' >$policy
	chmod 755 $policy
	trap 'rm -f $policy' EXIT
fi
before=$(ls /lib/systemd/system 2>/dev/null || true)
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
apt-get install -y -qq --no-install-recommends "$@" >/dev/null
for unit in $(ls /lib/systemd/system 2>/dev/null || true); do
	case "$before" in *"$unit"*) continue ;; esac
	case "$unit" in *.service|*.timer|*.socket) systemctl disable --quiet "$unit" 2>/dev/null || true ;; esac
done
`;

/** What is missing, where it is used, and how it can be had. */
interface Missing {
	tool: Tool;
	/** Files and lines of the examples that need it. */
	places: string[];
}

function findMissing(all: boolean): Missing[] {
	const missing = new Map<string, Missing>();
	const add = (tool: Tool, place?: string) => {
		const entry = missing.get(tool.name) ?? { tool, places: [] };
		if (place !== undefined) entry.places.push(place);
		missing.set(tool.name, entry);
	};
	for (const page of readPages())
		for (const step of page.steps)
			if (!('output' in step))
				for (const tool of toolsOf(step.block))
					if (!isInstalled(tool)) add(tool, `${page.file}:${step.block.line}`);
	if (all) for (const tool of tools.values()) if (!isInstalled(tool)) add(tool);
	return [...missing.values()];
}

/** The command that runs a program as root: nothing before it as root, sudo if that needs no password. */
function asRoot(): string[] | undefined {
	if (process.getuid?.() === 0) return [];
	return spawnSync('sudo', ['-n', 'true']).status === 0 ? ['sudo', '-n'] : undefined;
}

function installWithApt(packages: string[]): void {
	const root = locate('apt-get') ? asRoot() : undefined;
	if (!root || packages.length === 0) return;
	console.log(`Installing with apt-get: ${packages.join(' ')}`);
	const [command, ...args] = [...root, 'sh', '-c', APT, 'sh', ...packages];
	spawnSync(command!, args, { stdio: 'inherit' });
}

function installWithHomebrew(formulas: string[]): void {
	if (process.platform !== 'darwin' || !locate('brew') || formulas.length === 0) return;
	console.log(`Installing with Homebrew: ${formulas.join(' ')}`);
	spawnSync('brew', ['install', '--quiet', ...formulas], { stdio: 'inherit' });
}

/** Debian packages Chromium; Ubuntu's package of that name is only a pointer, so Playwright brings it there and on macOS. */
function installChromium(): void {
	const debian =
		existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
	if (debian) installWithApt(['chromium']);
	if (findChromium()) return;
	console.log('Installing Chromium with Playwright');
	const options = process.platform === 'linux' && asRoot() ? ['--with-deps'] : [];
	spawnSync('npx', ['playwright', 'install', ...options, 'chromium'], { stdio: 'inherit' });
}

const packagesOf = (missing: Missing[], manager: 'apt' | 'brew') =>
	missing.flatMap(({ tool }) => tool[manager]?.split(' ') ?? []);

function howToGet({ apt, brew, label }: Tool): string {
	const ways = [
		...(apt ? [`apt-get install ${apt}`] : []),
		...(brew ? [`brew install ${brew}`] : []),
	];
	return ways.length > 0 ? ways.join('   or   ') : `see the documentation of ${label}`;
}

function main(all: boolean): number {
	const missing = findMissing(all);
	installWithApt(packagesOf(missing, 'apt'));
	installWithHomebrew(packagesOf(missing, 'brew'));
	if (!findChromium()) installChromium();

	const left = findMissing(all);
	for (const { tool, places } of left) {
		console.log(`\n${tool.label} is missing. Install it with:  ${howToGet(tool)}`);
		for (const place of places) console.log(`  left out: ${place}`);
	}
	const browser = findChromium() !== undefined;
	if (!browser)
		console.log(
			'\nChromium is missing. Install it, or set CHROMIUM to its path.\n  left out: the tests in a browser',
		);
	if (left.length === 0 && browser) {
		console.log('Everything that the tests need is installed.');
		return 0;
	}
	return process.env['CI'] ? 1 : 0;
}

process.exitCode = main(process.argv.includes('--all'));
