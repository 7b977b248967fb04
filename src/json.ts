import { site, withBase } from './site.ts';

/** A page's whole address at the place the handbook is built for. */
export const addressOf = (path: string) => new URL(withBase(path), site.origin).href;

/** An answer in JSON. */
export const json = (data: unknown) =>
	new Response(JSON.stringify(data), { headers: { 'Content-Type': 'application/json' } });
