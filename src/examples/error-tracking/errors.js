// #region errors
/** A failure that somebody foresaw. Whatever is none of these is a bug. */
class Foreseen extends Error {
	get name() {
		return this.constructor.name;
	}
}

/** The caller has to change something. The message is written for them. */
export class Refused extends Foreseen {
	status = 422;
}
export class Missing extends Refused {
	status = 404;
}
export class Conflict extends Refused {
	status = 409;
}

/** Something that we depend on fails. Later it may work. */
export class Unavailable extends Foreseen {
	constructor(service, cause) {
		super(`${service} is unavailable`, { cause });
		this.fingerprint = ['unavailable', service];
	}
}
// #endregion errors

// #region judge
const TRY = 'Please try again in a minute';
const OURS = 'Something went wrong on our side';

/** What the caller is told, and at which level we are told. */
export function judge(error) {
	const { message, status } = error ?? {};
	if (error instanceof Refused) return { status, title: message };
	if (error instanceof Unavailable)
		return { status: 503, title: TRY, level: 'warning' };
	return { status: 500, title: OURS, level: 'error' };
}
// #endregion judge
