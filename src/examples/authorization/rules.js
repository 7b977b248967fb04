// #region roles
const GRANTS = {
	customer: ['invoice:read'],
	clerk: ['invoice:read', 'invoice:change'],
	accountant: ['invoice:read', 'invoice:export'],
};

/** Whether one of a user's roles has a permission. */
export const has = (user, permission) =>
	user.roles.some((role) => GRANTS[role]?.includes(permission));
// #endregion roles

// #region attributes
/** Why a user may not change this invoice, or undefined if they may. */
export function whyNot(user, invoice) {
	if (invoice.paid) return 'it is paid';
	if (invoice.customer === user.name) return 'it is your own';
	if (invoice.cents > 50_000 && !user.roles.includes('accountant')) return 'above 500 euros';
	return undefined;
}
// #endregion attributes
