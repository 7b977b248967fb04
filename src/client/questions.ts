/** Gives the questions of a topic's page their memory. */
import { listen } from './answers.ts';

for (const question of document.querySelectorAll<HTMLElement>('.question[data-topic]'))
	listen(question);
