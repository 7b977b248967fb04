import type { Page } from './extract.ts';
import type { PageResult, Skipped } from './page.ts';
import { tools } from './tools.ts';

/** Collects what became of the pages and tells it. */
export class Report {
	readonly #ci: boolean;
	#passed = 0;
	#unchanged = 0;
	readonly #disturbed: string[] = [];
	readonly #failures: string[] = [];
	readonly #skipped: (Skipped & { file: string })[] = [];

	/** @param ci Whether a missing tool is a failure. */
	constructor(ci: boolean) {
		this.#ci = ci;
	}

	/** A failure outside any block's run. */
	fail(message: string): void {
		this.#failures.push(message);
		console.log(`\nFAIL   ${message}`);
	}

	/** A page that was run. */
	page({ page, passed, failures, skipped, duration }: PageResult): void {
		this.#passed += passed;
		this.#skip(page, skipped);
		for (const failure of failures) this.fail(failure);
		const state = failures.length > 0 ? 'FAIL' : 'ok';
		console.log(
			`${state.padEnd(6)} ${page.id}: ${passed} run${skipped.length ? `, ${skipped.length} skipped` : ''}, ${(duration / 1000).toFixed(1)} s`,
		);
	}

	/** A page that failed while another one ran beside it, and that will be run again alone. */
	disturbed({ page, failures }: PageResult): void {
		this.#disturbed.push(page.id);
		for (const failure of failures) console.log(`\nagain  ${failure}`);
		console.log(`again  ${page.id}: it will be run once more, alone`);
	}

	/** A page that was not run because it passed before and has not changed. */
	unchanged(page: Page, { passed, skipped }: { passed: number; skipped: Skipped[] }): void {
		this.#passed += passed;
		this.#unchanged++;
		this.#skip(page, skipped);
	}

	/** The tests of the programs in `src/examples`. */
	programs(results: { name: string; passed: number; failure?: string }[]): void {
		for (const { name, passed, failure } of results) {
			this.#passed += passed;
			if (failure !== undefined) this.fail(failure);
			else console.log(`ok     src/examples/${name}: ${passed} test${passed === 1 ? '' : 's'}`);
		}
	}

	/** Tells what was skipped and why, and counts. @returns The exit code. */
	summary(): number {
		if (this.#unchanged > 0)
			console.log(
				`\n${this.#unchanged} page${this.#unchanged === 1 ? '' : 's'} passed before and did not change (--all runs them too).`,
			);
		if (this.#skipped.length > 0) {
			console.log('\nNot run, by reason:');
			for (const [reason, places] of Map.groupBy(this.#skipped, ({ reason }) => reason)) {
				console.log(`  ${places.length} × ${reason}`);
				for (const { file, line } of places) console.log(`      ${file}:${line}`);
			}
		}
		const missing = [
			...new Set(this.#skipped.map(({ missing }) => missing).filter((name) => name !== undefined)),
		];
		for (const name of missing) {
			const tool = tools.get(name);
			const how = tool?.apt ? `apt-get install ${tool.apt}` : 'see its own documentation';
			const message = `${tool?.label ?? name} is not installed (npm run setup, or: ${how}${tool?.brew ? `, on macOS: brew install ${tool.brew}` : ''}).`;
			if (this.#ci) this.fail(`${message} With CI set, a missing tool is a failure.`);
			else console.log(`\n${message}`);
		}
		if (this.#disturbed.length > 0)
			console.log(`\nRun twice, as the first run failed: ${this.#disturbed.join(', ')}.`);
		if (this.#failures.length > 0)
			console.log(
				`\n${this.#failures.length} failed:\n${this.#failures.map((text) => `  ${text.split('\n')[0]}`).join('\n')}`,
			);
		console.log(
			`\n${this.#passed} passed, ${this.#failures.length} failed, ${this.#skipped.length} skipped`,
		);
		return this.#failures.length > 0 ? 1 : 0;
	}

	#skip(page: Page, skipped: Skipped[]): void {
		this.#skipped.push(...skipped.map((each) => ({ ...each, file: page.file })));
	}
}
