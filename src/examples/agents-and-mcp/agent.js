// #region budget
/** Throws as soon as one of the limits is used up. A token is taken for four letters. */
export function budget({ steps, tokens, seconds }) {
	const end = Date.now() + seconds * 1000;
	const spent = { steps: 0, tokens: 0 };
	return {
		spent,
		take(messages) {
			const next = Math.ceil(JSON.stringify(messages).length / 4);
			if (spent.steps + 1 > steps) throw new Error('out of steps');
			if (spent.tokens + next > tokens) throw new Error('out of tokens');
			if (Date.now() > end) throw new Error('out of time');
			spent.steps += 1;
			spent.tokens += next;
		},
	};
}
// #endregion budget

// #region loop
const strangers = new Set(['read_ticket']); // tools whose results others write
const refused = (why) => ({ isError: true, content: [{ type: 'text', text: why }] });

/** The key that makes a repetition harmless comes from us. The model would invent a new one. */
function withKey(tools, { name, input }, key) {
	const tool = tools.find((one) => one.name === name);
	return tool?.inputSchema.properties.key ? { ...input, key } : input;
}

/** Runs a task to its end. `rules` says per tool: run, clean (run until dirty), or ask. */
export async function run(task, { id, model, server, rules, limits, approve, log = () => {} }) {
	const tools = await server.list();
	const messages = [{ role: 'user', content: task }];
	let dirty = false;
	for (;;) {
		limits.take(messages);
		const { text, call } = await model({ messages, tools });
		if (!call) return text;

		const { name } = call;
		const input = withKey(tools, call, `${id}-${messages.length}`);
		const rule = Object.hasOwn(rules, name) ? rules[name] : 'refuse';
		const person = rule === 'ask' || (rule === 'clean' && dirty);
		const result =
			rule === 'refuse'
				? refused('This tool is not for this task.')
				: person && !(await approve({ name, input }))
					? refused('A person said no.')
					: await server
							.call(name, input)
							.catch((error) => (error.code ? refused(error.message) : Promise.reject(error)));

		log(`${result.isError ? 'refused' : 'done   '} ${name} ${JSON.stringify(input)}`);
		dirty ||= strangers.has(name);
		const [{ text: content }] = result.content;
		messages.push({ role: 'assistant', content: '', call }, { role: 'tool', content });
	}
}
// #endregion loop
