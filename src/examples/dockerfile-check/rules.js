// #region rules
const SECRET = /token|passw|secret|api_?key|private_?key/i;
const SECRET_FILE = /(^|\/)(\.env|\.npmrc|\.netrc|id_\w+|.*\.(pem|key))$/;
const INSTALL =
	/\b(npm (ci|install)|pip3? install|bundle install|composer install|go mod download)\b/;

const of = (all, ...names) => all.filter(({ name }) => names.includes(name));
const words = ({ rest }) => rest.split(/\s+/).filter((word) => !word.startsWith('--'));

/** Each rule gets all instructions and returns the bad ones. */
export const rules = {
	'base without a version': (all) => {
		const stages = of(all, 'FROM').map(({ rest }) => / as (\S+)/i.exec(rest)?.[1]);
		return of(all, 'FROM').filter((from) => {
			const [image] = words(from);
			if (image === 'scratch' || stages.includes(image)) return false;
			return !/@sha256:|:(?!latest$)[^/]+$/.test(image);
		});
	},
	'runs as root': (all) => {
		const last = all.filter(({ stage }) => stage === all.at(-1).stage);
		const user = of(last, 'USER').at(-1);
		return !user || /^(root|0)\b/.test(user.rest) ? [user ?? last[0]] : [];
	},
	'a shell is PID 1': (all) =>
		of(all, 'CMD', 'ENTRYPOINT').filter(({ rest }) => !/^(\[|exec )/.test(rest)),
	'secret in the image': (all) => [
		...of(all, 'ARG', 'ENV').filter(({ rest }) => SECRET.test(rest.split('=')[0])),
		...of(all, 'COPY', 'ADD').filter((copy) =>
			words(copy)
				.slice(0, -1)
				.some((file) => SECRET_FILE.test(file)),
		),
	],
	'everything copied before the install': (all) =>
		of(all, 'COPY', 'ADD').filter(
			(copy) =>
				words(copy)[0] === '.' &&
				all.some(
					({ line, stage, name, rest }) =>
						stage === copy.stage && line > copy.line && name === 'RUN' && INSTALL.test(rest),
				),
		),
	'update apart from install': (all) =>
		of(all, 'RUN').filter(({ rest }) => /apt-get update/.test(rest) && !/install/.test(rest)),
};
// #endregion rules
