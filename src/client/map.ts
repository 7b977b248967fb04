/** The map's life: lighting up what a topic needs and opens, walking along edges, filters, zoom and drag. */
import { markedTopics } from '../roadmap/progress.ts';
import { progress } from './progress-store.ts';

type Drawn = SVGElement & { dataset: DOMStringMap };

const STEP = 1.25;
const SMALLEST = 0.2;
const LARGEST = 2;
/** Titles can still be read at this. */
const AT_FIRST = 0.8;

class RoadmapMap extends HTMLElement {
	#svg = this.querySelector<SVGSVGElement>('.topic-map');
	#scroll = this.querySelector<HTMLElement>('.map-scroll');
	#form = this.querySelector('form')!;
	#status = this.querySelector<HTMLElement>('.chosen')!;
	#topics = new Map<string, Drawn>();
	#edges: { path: SVGElement; from: string; to: string }[] = [];
	#zoom = 1;

	connectedCallback(): void {
		for (const drawn of this.#svg?.querySelectorAll<Drawn>('[data-topic]') ?? [])
			this.#topics.set(drawn.dataset['topic']!, drawn);
		for (const path of this.#svg?.querySelectorAll<SVGElement>('path[data-from]') ?? [])
			this.#edges.push({ path, from: path.dataset['from']!, to: path.dataset['to']! });
		this.#form.hidden = false;
		this.#form.addEventListener('submit', (event) => event.preventDefault());
		this.#form.addEventListener('change', (event) => {
			const { name, value } = event.target as HTMLSelectElement;
			if (name === 'topic') this.#choose(value);
			else this.#filter();
		});
		if (this.#svg && this.#scroll) this.#drawing(this.#svg, this.#scroll);
		progress.subscribe(({ progress }) => {
			const marked = new Set(markedTopics(progress));
			for (const [id, drawn] of this.#topics) drawn.classList.toggle('marked', marked.has(id));
		});
	}

	#drawing(svg: SVGSVGElement, scroll: HTMLElement): void {
		const idOf = (event: Event) =>
			(event.target as Element).closest<Drawn>('[data-topic]')?.dataset['topic'];
		svg.addEventListener('pointerover', (event) => this.#light(idOf(event) ?? this.#chosen));
		svg.addEventListener('pointerleave', () => this.#light(this.#chosen));
		svg.addEventListener('focusin', (event) => this.#light(idOf(event)));
		svg.addEventListener('focusout', () => this.#light(this.#chosen));
		svg.addEventListener('keydown', (event) => {
			const id = idOf(event);
			const next = id && this.#towards(id, event.key);
			if (!next) return;
			event.preventDefault();
			this.#topics.get(next)!.focus();
		});
		this.#form.addEventListener('click', (event) => {
			const how = (event.target as HTMLElement).dataset['zoom'];
			if (how === 'fit') this.#scale(scroll.clientWidth / svg.viewBox.baseVal.width);
			else if (how) this.#scale(this.#zoom * (how === 'in' ? STEP : 1 / STEP));
		});
		scroll.addEventListener(
			'wheel',
			(event) => {
				if (!event.ctrlKey && !event.metaKey) return;
				event.preventDefault();
				this.#scale(this.#zoom * (event.deltaY < 0 ? STEP : 1 / STEP));
			},
			{ passive: false },
		);
		// Touch scrolls by itself; a mouse drags.
		scroll.addEventListener('pointerdown', (event) => {
			if (event.pointerType !== 'mouse' || event.button !== 0) return;
			const from = { x: event.clientX + scroll.scrollLeft, y: event.clientY + scroll.scrollTop };
			const start = { x: event.clientX, y: event.clientY };
			const move = (event: PointerEvent) => {
				if (Math.hypot(event.clientX - start.x, event.clientY - start.y) > 4)
					scroll.classList.add('dragging');
				scroll.scrollTo(from.x - event.clientX, from.y - event.clientY);
			};
			const stop = () => {
				removeEventListener('pointermove', move);
				// The click that ends a drag must not open a page.
				setTimeout(() => scroll.classList.remove('dragging'));
			};
			addEventListener('pointermove', move);
			addEventListener('pointerup', stop, { once: true });
		});
		this.#scale(AT_FIRST);
		const first = this.#topics.values().next().value!.getBoundingClientRect();
		const frame = scroll.getBoundingClientRect();
		scroll.scrollTo(0, first.top - frame.top - frame.height / 2);
		scroll.addEventListener('dragstart', (event) => event.preventDefault());
		scroll.addEventListener(
			'click',
			(event) => {
				if (scroll.classList.contains('dragging')) event.preventDefault();
			},
			{ capture: true },
		);
	}

	get #chosen(): string | undefined {
		return (this.#form.elements.namedItem('topic') as HTMLSelectElement).value || undefined;
	}

	/** All that can be reached from a topic along edges, backwards or forwards, without itself. */
	#reach(id: string, end: 'from' | 'to'): Set<string> {
		const start = end === 'from' ? 'to' : 'from';
		const seen = new Set<string>([id]);
		for (const here of seen)
			for (const edge of this.#edges) if (edge[start] === here) seen.add(edge[end]);
		seen.delete(id);
		return seen;
	}

	#light(id: string | undefined): void {
		this.#svg?.classList.toggle('lighting', id !== undefined);
		const needs = id ? this.#reach(id, 'from') : new Set<string>();
		const opens = id ? this.#reach(id, 'to') : new Set<string>();
		for (const [other, drawn] of this.#topics)
			drawn.classList.toggle('lit', other === id || needs.has(other) || opens.has(other));
		for (const { path, from, to } of this.#edges)
			path.classList.toggle(
				'lit',
				(needs.has(from) && (needs.has(to) || to === id)) ||
					(opens.has(to) && (opens.has(from) || from === id)),
			);
		const name = id && this.#topics.get(id)?.dataset['name'];
		this.#status.textContent = name
			? `${name}: needs ${needs.size || 'nothing'}, opens ${opens.size || 'nothing yet'}.`
			: '';
	}

	#choose(id: string): void {
		this.#light(id || undefined);
		this.#topics.get(id)?.scrollIntoView({ block: 'center', inline: 'center' });
		const row = this.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`);
		if (!this.#scroll?.offsetParent) row?.scrollIntoView({ block: 'center' });
	}

	/** The topic that an arrow key leads to: along an edge, or the nearest one above or below. */
	#towards(id: string, key: string): string | undefined {
		const here = this.#topics.get(id)!.getBoundingClientRect();
		const boxOf = (other: string) => this.#topics.get(other)!.getBoundingClientRect();
		const focusable = (other: string) => {
			const drawn = this.#topics.get(other)!;
			return drawn.matches('a') && !drawn.classList.contains('off');
		};
		const among = (ids: string[], distance: (box: DOMRect) => number) =>
			ids
				.filter(focusable)
				.sort((a, b) => distance(boxOf(a)) - distance(boxOf(b)))
				.at(0);
		const vertical = (box: DOMRect) => Math.abs(box.top - here.top);
		if (key === 'ArrowRight')
			return among(
				this.#edges.flatMap(({ from, to }) => (from === id ? to : [])),
				vertical,
			);
		if (key === 'ArrowLeft')
			return among(
				this.#edges.flatMap(({ from, to }) => (to === id ? from : [])),
				vertical,
			);
		if (key !== 'ArrowUp' && key !== 'ArrowDown') return undefined;
		const side = key === 'ArrowDown' ? 1 : -1;
		return among(
			[...this.#topics.keys()].filter((other) => side * (boxOf(other).top - here.top) > 1),
			// A step aside counts more than one up or down.
			(box) => vertical(box) + 3 * Math.abs(box.left + box.width / 2 - here.left - here.width / 2),
		);
	}

	#filter(): void {
		const value = (name: string) =>
			(this.#form.elements.namedItem(name) as HTMLSelectElement).value;
		const [section, level] = [value('section'), value('level')];
		const off = (data: DOMStringMap) =>
			(section !== '' && data['section'] !== section) || (level !== '' && data['level'] !== level);
		const out = new Set<string>();
		for (const [id, drawn] of this.#topics) {
			const isOff = off(drawn.dataset);
			if (isOff) out.add(id);
			drawn.classList.toggle('off', isOff);
			if (isOff) drawn.setAttribute('tabindex', '-1');
			else drawn.removeAttribute('tabindex');
		}
		for (const { path, from, to } of this.#edges)
			path.classList.toggle('off', out.has(from) || out.has(to));
		let shown = 0;
		for (const list of this.querySelectorAll<HTMLElement>('[data-list]')) {
			let here = 0;
			for (const row of list.querySelectorAll<HTMLElement>('[data-row]')) {
				row.hidden = off(row.dataset);
				if (!row.hidden) here++;
			}
			list.hidden = here === 0;
			shown += here;
		}
		this.#status.textContent = `${shown} ${shown === 1 ? 'topic' : 'topics'}.`;
	}

	#scale(zoom: number): void {
		const svg = this.#svg!;
		const scroll = this.#scroll!;
		const next = Math.min(LARGEST, Math.max(SMALLEST, zoom));
		const ratio = next / this.#zoom;
		const centre = {
			x: scroll.scrollLeft + scroll.clientWidth / 2,
			y: scroll.scrollTop + scroll.clientHeight / 2,
		};
		this.#zoom = next;
		svg.style.width = `${svg.viewBox.baseVal.width * next}px`;
		scroll.scrollTo(
			centre.x * ratio - scroll.clientWidth / 2,
			centre.y * ratio - scroll.clientHeight / 2,
		);
	}
}

customElements.define('roadmap-map', RoadmapMap);
