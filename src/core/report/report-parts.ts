/** What makes the sheets of results, for whoever fetches it at once. */
export { handOut } from '../hand-out/hand-out';
export { report } from './report';
