/** The planner: what is chosen stands in the address, and the path is computed from there. */
import { effortOf, inWords } from '../roadmap/effort.ts';
import { readPathAddress, writePathAddress, type PathState } from '../roadmap/path-address.ts';
import { planPath, reasonFor, type Plan } from '../roadmap/plan.ts';
import { markedTopics } from '../roadmap/progress.ts';
import type { Roadmap } from '../roadmap/roadmap.ts';
import { isDay, scheduleOf, type ScheduledStep } from '../roadmap/schedule.ts';
import { download } from './file.ts';
import { progress } from './progress-store.ts';
import { loadRoadmap, pageOf } from './roadmap-data.ts';
import './progress-mark.ts';

const date = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' });
const dateWithYear = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const today = () => {
	const now = new Date();
	return new Date(now.valueOf() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
};

class PathPlanner extends HTMLElement {
	#form = this.querySelector('form')!;
	#result = this.querySelector<HTMLElement>('.result')!;
	#trouble = this.querySelector<HTMLElement>('.trouble')!;
	#state: PathState = readPathAddress(location.search, today());
	#names = new Map<string, string>();
	#roadmap: Roadmap | undefined;
	#plan: Plan | undefined;
	#schedule: ScheduledStep[] = [];

	async connectedCallback(): Promise<void> {
		const goal = this.#select('goal');
		const known = this.#select('known');
		for (const child of goal.children)
			if (!(child as HTMLOptGroupElement).label?.startsWith('Paths'))
				known.append(child.cloneNode(true));
		for (const option of goal.options)
			if (!option.value.includes(',')) this.#names.set(option.value, option.text);
		try {
			this.#roadmap = await loadRoadmap();
		} catch {
			this.#trouble.textContent =
				'The roadmap did not load, so nothing can be planned now. Check your connection and reload the page; the paths below work as they are.';
			return;
		}
		this.#form.hidden = false;
		this.#form.addEventListener('submit', (event) => event.preventDefault());
		this.addEventListener('click', (event) => this.#click(event.target as HTMLElement));
		this.#form.addEventListener('change', (event) => {
			const { name, value } = event.target as HTMLInputElement;
			if (name === 'pace' && Number(value) >= 1 && Number(value) <= 60)
				this.#change({ pace: Number(value) });
			if (name === 'from' && isDay(value)) this.#change({ from: value });
		});
		addEventListener('popstate', () => {
			this.#state = readPathAddress(location.search, today());
			this.#show();
		});
		this.#show();
	}

	#select(name: string): HTMLSelectElement {
		return this.#form.elements.namedItem(name) as HTMLSelectElement;
	}

	#change(change: Partial<PathState>): void {
		this.#state = { ...this.#state, ...change };
		history.pushState(null, '', `?${writePathAddress(this.#state)}`);
		this.#show();
	}

	#click(target: HTMLElement): void {
		const { add, remove, id, do: action } = target.dataset;
		const { goals, known } = this.#state;
		const union = (a: string[], b: string[]) => [...new Set([...a, ...b.filter(Boolean)])];
		if (add === 'goal') {
			const option = this.#select('goal').selectedOptions[0]!;
			if (option.value)
				this.#change({
					goals: union(goals, option.value.split(',')),
					known: union(known, (option.dataset['known'] ?? '').split(',')),
				});
		} else if (add === 'known') {
			const { value } = this.#select('known');
			if (value) this.#change({ known: union(known, [value]) });
		} else if (add === 'marked') {
			const marked = markedTopics(progress.read().progress);
			if (marked.length) this.#change({ known: union(known, marked) });
			else this.#say('You have not marked any topic yet.');
		} else if (remove && id) {
			const list = remove === 'goals' ? goals : known;
			this.#change({ [remove]: list.filter((other) => other !== id) });
			this.#select(remove === 'goals' ? 'goal' : 'known').focus();
		} else if (action) void this.#do(action);
	}

	async #do(action: string): Promise<void> {
		const title = `Path to ${this.#plan!.goals.map(({ title }) => title).join(', ')}`;
		const addressOf = (id: string) => new URL(pageOf(id), location.href).href;
		if (action === 'print') print();
		if (action === 'link')
			await navigator.clipboard.writeText(location.href).then(
				() => this.#say('Copied.'),
				() => this.#say('The browser did not allow it. Copy the address of this page instead.'),
			);
		if (action === 'aim') {
			const at = new Date().toISOString();
			progress.update((kept) => ({ ...kept, goals: { ids: this.#state.goals, at } }));
			this.#say('Done: suggestions now lead to these goals.');
		}
		if (action !== 'markdown' && action !== 'calendar') return;
		const { pathAsCalendar, pathAsMarkdown } = await import('../roadmap/path-export.ts');
		if (action === 'markdown')
			download('path.md', 'text/markdown', pathAsMarkdown(this.#plan!, title, addressOf));
		else
			download(
				'path.ics',
				'text/calendar',
				pathAsCalendar(this.#schedule, title, addressOf, new Date()),
			);
		this.#say('Downloaded.');
	}

	#say(text: string): void {
		this.querySelector('.said')!.textContent = text;
		if (this.#result.hidden) this.#trouble.textContent = text;
	}

	#show(): void {
		const { goals, known, pace, from } = this.#state;
		this.#chips('goal', 'goals', goals);
		this.#chips('known', 'known', known);
		(this.#form.elements.namedItem('pace') as HTMLInputElement).value = String(pace);
		(this.#form.elements.namedItem('from') as HTMLInputElement).value = from;
		const plan = planPath(this.#roadmap!, this.#state);
		this.#plan = plan;
		this.#schedule = scheduleOf(plan, pace, from);
		this.#trouble.textContent = plan.unknown.length
			? `The handbook has no topic or section called ${plan.unknown.map((id) => `“${id.slice(0, 60)}”`).join(', ')}. It was left out.`
			: '';
		this.#result.hidden = plan.goals.length + plan.reached.length === 0;
		this.querySelector('.said')!.textContent = '';
		this.querySelector('.totals')!.replaceChildren(...this.#totals(plan));
		this.#result
			.querySelector('ol')!
			.replaceChildren(...this.#schedule.map((scheduled) => this.#step(scheduled)));
	}

	#totals(plan: Plan): Node[] {
		const p = (text: string) => {
			const p = document.createElement('p');
			p.textContent = text;
			return p;
		};
		const { length } = plan.steps;
		if (length === 0)
			return [p('Nothing is left to learn: you know all of it. Choose a further goal.')];
		const last = this.#schedule.at(-1)!;
		const lines = [
			p(
				`${length} ${length === 1 ? 'topic' : 'topics'}: ${inWords(plan.readingMinutes)} of reading and about ${inWords(plan.practiceMinutes)} of exercises. At ${this.#state.pace} hours a week you are there on ${dateWithYear.format(new Date(last.to))}.`,
			),
		];
		if (plan.planned)
			lines.push(
				p(
					`${plan.planned} of them ${plan.planned === 1 ? 'is' : 'are'} still in preparation and not counted in the hours.`,
				),
			);
		if (plan.reached.length)
			lines.push(p(`You know already: ${plan.reached.map(({ title }) => title).join(', ')}.`));
		return lines;
	}

	#step({ step, from, to }: ScheduledStep): Node {
		const template = this.querySelector<HTMLTemplateElement>('template.step')!;
		const { id, title, level, status } = step.topic;
		// The mark reads its topic's id when it is created, so this is set before it is imported.
		const mark = template.content.querySelector<HTMLElement>('progress-mark')!;
		mark.dataset['topic'] = id;
		mark.dataset['title'] = title;
		for (const button of mark.querySelectorAll('button'))
			button.ariaLabel = `${button.textContent.trim()}: ${title}`;
		const node = document.importNode(template.content, true);
		const link = node.querySelector<HTMLAnchorElement>('a.title')!;
		const plain = node.querySelector<HTMLElement>('strong.title')!;
		link.textContent = plain.textContent = title;
		link.href = pageOf(id);
		(status === 'published' ? plain : link).remove();
		if (status === 'planned') node.querySelector('.mark')!.remove();
		node.querySelector('.reason')!.textContent = reasonFor(step);
		for (const fact of node.querySelectorAll<HTMLElement>('li[data-level]'))
			if (fact.dataset['level'] !== level) fact.remove();
		node.querySelector('.time')!.textContent = effortOf(step.topic);
		const [first, last] = [from, to].map((day) => date.format(new Date(day))) as [string, string];
		node.querySelector('.when')!.textContent = first === last ? first : `${first} to ${last}`;
		return node;
	}

	#chips(name: string, field: 'goals' | 'known', ids: string[]): void {
		this.querySelector(`[data-chips="${name}"]`)!.replaceChildren(
			...ids.map((id) => {
				const li = document.createElement('li');
				const button = document.createElement('button');
				button.type = 'button';
				button.dataset['remove'] = field;
				button.dataset['id'] = id;
				button.textContent = '×';
				button.ariaLabel = `Remove ${this.#names.get(id) ?? id}`;
				li.append(this.#names.get(id) ?? id, button);
				return li;
			}),
		);
	}
}

customElements.define('path-planner', PathPlanner);
