/** Puts the reader's own suggestions in the place of the general ones, once something is marked or aimed at. */
import { markedTopics } from '../roadmap/progress.ts';
import { suggest } from '../roadmap/suggest.ts';
import { progress } from './progress-store.ts';
import { loadRoadmap, pageOf } from './roadmap-data.ts';

class NextTopics extends HTMLElement {
	connectedCallback(): void {
		progress.subscribe(({ progress }) => void this.#show(progress));
	}

	async #show(kept: Parameters<typeof markedTopics>[0]): Promise<void> {
		const known = markedTopics(kept);
		if (known.length === 0 && kept.goals.ids.length === 0 && !this.dataset['own']) return;
		const roadmap = await loadRoadmap().catch(() => undefined);
		if (!roadmap) return; // offline: the general ones stay
		this.dataset['own'] = '';
		const found = suggest(roadmap, {
			known,
			goals: kept.goals.ids,
			after: this.dataset['after'],
		});
		this.querySelector('ul')!.replaceChildren(
			...found.map(({ topic, reason }) => {
				const li = document.createElement('li');
				const a = document.createElement('a');
				a.href = pageOf(topic.id);
				a.textContent = topic.title;
				const why = document.createElement('span');
				why.className = 'quiet';
				why.textContent = reason;
				li.append(a, document.createElement('br'), why);
				return li;
			}),
		);
		if (found.length === 0) {
			const li = document.createElement('li');
			li.textContent = 'You know every topic that is written. Come back when there are more.';
			this.querySelector('ul')!.append(li);
		}
	}
}

customElements.define('next-topics', NextTopics);
