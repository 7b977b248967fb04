/**
 * Is it time to load an entry anew? Before its end with a probability
 * that grows: “XFetch”, Vattani and others, 2015.
 */
export const due = ({ ends, took }, now, random = Math.random, beta = 1) =>
	now - beta * took * Math.log(random()) >= ends;
