// Stands for the database, with its history.

/** Orders from before the move are text and not JSON. */
export const orderFile = (id) => (id % 2 === 0 ? `#${id};tea;450` : `{"id":${id}}`);

const tea = { quantity: 1, price: { cents: 450 } };
export const basketOf = () => [tea, tea];

/** Every fifth basket has a coupon. A coupon has no price. */
export const couponsOf = (id) => (id % 5 === 0 ? [{ quantity: 1, code: 'TENOFF' }] : []);

/** On invoices before 2019 the postage has no price. */
export const invoiceOf = (year) => (year < 2019 ? [tea, { quantity: 1 }] : [tea]);
