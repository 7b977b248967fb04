// Stands for a model. It understands nothing: it has a rule. What it shares with a real one is the
// form of the conversation, and that it cannot know who wrote which part.

// #region stand-in
const orders = (text) => [...text.matchAll(/call (\w+) (\{.*?\})/g)];

/** Does whatever it is told, newest first, whoever says it. */
export function standIn({ messages }) {
	const todo = [];
	for (const { role, content } of messages) {
		if (role === 'assistant')
			todo.shift(); // that one is done
		else todo.unshift(...orders(content));
	}
	if (todo.length === 0) return { text: 'Done.' };
	const [, name, input] = todo[0];
	const result = messages.at(-1).content;
	const fill = (_, value) => (value === 'RESULT' ? result : value);
	return { call: { name, input: JSON.parse(input, fill) } };
}
// #endregion stand-in
