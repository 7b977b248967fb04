// #region context
import { AsyncLocalStorage } from 'node:async_hooks';

/** What is known about the request that the running code works for. */
export const context = new AsyncLocalStorage();

/** Adds to it, for all later lines of this request. */
export const note = (fields) => Object.assign(context.getStore(), fields);
// #endregion context
