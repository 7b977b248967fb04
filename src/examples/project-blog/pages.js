// #region html
const SIGNS = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Markup that may go into a page as it is. Only `markup` makes it. */
class Markup {
	constructor(text) {
		this.text = text;
	}
}

const safe = (value) => {
	if (value instanceof Markup) return value.text;
	if (Array.isArray(value)) return value.map(safe).join('');
	return String(value).replace(/[&<>"']/g, (sign) => SIGNS[sign]);
};

/** A template in which all that is put in is text, unless it is markup already. */
export const markup = (parts, ...values) =>
	new Markup(String.raw({ raw: parts }, ...values.map(safe)));
// #endregion html

const frame = (title, content) =>
	`<!doctype html>\n${
		markup`<html lang="en"><meta charset="utf-8"><title>${title}</title>
<meta name="viewport" content="width=device-width">
<link rel="alternate" type="application/atom+xml" href="/feed.xml">
<main>
${content}</main></html>
`.text
	}`;

// #region pages
export const listPage = (posts, next) =>
	frame(
		'The blog',
		markup`<h1>The blog</h1>
${posts.map(
	({ slug, title, author, comments }) => markup`<h2><a href="/read/${slug}">${title}</a></h2>
<p>${author}, ${comments} comments</p>
`,
)}${next ? markup`<a href="${next}">Older posts</a>\n` : ''}`,
	);

export const postPage = ({ title, author, body, comments }) =>
	frame(
		title,
		markup`<h1>${title}</h1>
<p>${author}</p>
${body.split(/\n\s*\n/).map((paragraph) => markup`<p>${paragraph}</p>\n`)}${comments.map(
			({ name, body }) => markup`<blockquote><b>${name}</b> ${body}</blockquote>\n`,
		)}`,
	);
// #endregion pages

// #region feed
/** The newest posts as an Atom feed, RFC 4287. */
export const feed = (posts, origin) =>
	`<?xml version="1.0" encoding="utf-8"?>\n${
		markup`<feed xmlns="http://www.w3.org/2005/Atom">
<title>The blog</title>
<id>${origin}/</id>
<link rel="self" href="${origin}/feed.xml"/>
<updated>${posts.map(({ updated }) => updated).reduce((a, b) => (a > b ? a : b), '1970-01-01T00:00:00Z')}</updated>
${posts.map(
	({ slug, title, author, body, place, updated }) => markup`<entry>
<title>${title}</title>
<id>${origin}/read/${slug}</id>
<link href="${origin}/read/${slug}"/>
<author><name>${author}</name></author>
<published>${place}</published>
<updated>${updated}</updated>
<content>${body}</content>
</entry>
`,
)}</feed>
`.text
	}`;
// #endregion feed
