/** Follows a fragment that is not on the page any more to where its heading went. */
const base = import.meta.env.BASE_URL;

export async function followFragment(): Promise<void> {
	const id = decodeURIComponent(location.hash.slice(1));
	if (!id || document.getElementById(id) || id.startsWith(':~:')) return;
	const page = location.pathname.slice(base.length).replace(/\/$/, '');
	const answer = await fetch(`${base}api/moved.json`).catch(() => undefined);
	if (!answer?.ok) return;
	const moved = (await answer.json()) as Record<string, string>;
	const [to, heading] = moved[`${page}#${id}`]?.split('#') ?? [];
	if (to) location.replace(`${base}${to}/${heading ? `#${heading}` : ''}`);
}
