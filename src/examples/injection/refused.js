/** What a stranger sent is not accepted. */
export class Refused extends Error {}
