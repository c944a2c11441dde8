import type * as Cards from '../card/cards';

/** What makes the sheets of results, for whoever fetches it at once. */
export { handOut } from '../hand-out/hand-out';
export { report } from './report';

/** Pages for single zones, which few want: fetched from here, so that they need not bring again what this file holds. */
export const cardParts = async (): Promise<typeof Cards> => import(/* webpackChunkName: "cards" */ '../card/cards');
