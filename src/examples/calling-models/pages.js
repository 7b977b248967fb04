const script = (show) => `
const draft = document.querySelector('output');
let text = '';
const source = new EventSource(location.pathname + '/draft');
source.addEventListener('text', ({ data }) => {
  text += JSON.parse(data);
  ${show}
});
for (const last of ['end', 'failed'])
  source.addEventListener(last, () => {
    source.close();
    document.title = last;
  });
`;

// #region pages
export const scripts = {
	// As Markdown, since models write it.
	open: script(`draft.innerHTML = text
    .replace(/!\\[\\]\\((.+?)\\)/g, '<img src="$1">')
    .replace(/\\*\\*(.+?)\\*\\*/g, '<b>$1</b>');`),
	// As text. Nothing in it can become an element.
	closed: script('draft.textContent = text;'),
};

export const headers = {
	open: {},
	// And if somebody forgets: this page loads nothing from elsewhere.
	closed: { 'content-security-policy': "default-src 'self'" },
};
// #endregion pages
