// #region read
const problems = [];
const need = (name, env) => env[name] || (problems.push(`${name} is missing`), '');

function number(name, env, standard) {
	const text = env[name] ?? `${standard}`;
	if (/^\d+$/.test(text)) return Number(text);
	problems.push(`${name} is "${text}", and must be a whole number`);
	return standard;
}

/** The settings, from the environment, checked at once. Throws with all that is wrong. */
export function readSettings(env) {
	problems.length = 0;
	const settings = Object.freeze({
		port: number('PORT', env, 3000),
		databaseUrl: need('DATABASE_URL', env),
		drainSeconds: number('DRAIN_SECONDS', env, 20),
		newCheckout: env.NEW_CHECKOUT === 'true',
	});
	if (problems.length > 0) throw new Error(`settings:\n  ${problems.join('\n  ')}`);
	return settings;
}
// #endregion read
