// node lint.js <file>: what a schema does not see in a deployment and its service.
import { readFileSync } from 'node:fs';
import { parseAllDocuments } from 'yaml';

const documents = parseAllDocuments(readFileSync(process.argv[2], 'utf8')).map((one) => one.toJS());
const of = (kind) => documents.find((one) => one?.kind === kind);
const within = (part, whole = {}) => Object.entries(part).every(([key, v]) => whole[key] === v);

// #region rules
const bytes = (text) => {
	const [, number, unit] = /^([\d.]+)(m|[kMGT]i?|)$/.exec(text);
	const scale = { m: 1e-3, k: 1e3, M: 1e6, G: 1e9, T: 1e12, Mi: 2 ** 20, Gi: 2 ** 30 };
	return Number(number) * (scale[unit] ?? 1);
};

const rules = {
	'the selector finds none of its own pods': (deployment) =>
		!within(deployment.spec.selector.matchLabels, deployment.spec.template.metadata.labels),
	'the service finds no pod': (deployment, container, service) =>
		service && !within(service.spec.selector, deployment.spec.template.metadata.labels),
	'the service asks a port on which nobody listens': (deployment, container, service) =>
		service && container.ports?.[0].containerPort !== service.spec.ports[0].targetPort,
	'an image that can change under its name': (deployment, container) =>
		!/:(?!latest$)[^/]+$|@sha256:/.test(container.image),
	'no readiness probe': (deployment, container) => !container.readinessProbe,
	'liveness asks what readiness asks': (deployment, { livenessProbe, readinessProbe }) =>
		livenessProbe?.httpGet?.path !== undefined &&
		livenessProbe.httpGet.path === readinessProbe?.httpGet?.path,
	'a memory limit of less than a megabyte': (deployment, container) =>
		bytes(String(container.resources?.limits?.memory ?? '1Gi')) < 1e6,
	'a secret in plain text': (deployment, container) =>
		container.env?.some(({ name, value }) => value && /PASSWORD|SECRET|TOKEN|KEY/.test(name)),
};
// #endregion rules

const deployment = of('Deployment');
const [container] = deployment.spec.template.spec.containers;
const found = Object.keys(rules).filter((rule) =>
	rules[rule](deployment, container, of('Service')),
);
console.log(found.join('\n') || 'nothing found');
process.exitCode = found.length > 0 ? 1 : 0;
