/** What fills the form and works out what entries change, for whoever fetches both at once. */
export { settingsChange } from './settings-changes';
export { settingsForm } from './settings-form';
