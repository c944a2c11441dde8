import type { LocalEngineOptions } from '../app/local-engine';
import type { templatePlan } from '../core/template/template-plan';

/**
 * What few people ask for, each a file of its own. They are fetched from here, beside what scores, so that they need not bring again what that file holds.
 */

/** Makes blank sheets. */
export const template = async (): Promise<typeof templatePlan> =>
  (await import(/* webpackChunkName: "template" */ '../core/template/template-plan')).templatePlan;

/** The form for parameters and weights. */
export const forms: LocalEngineOptions['forms'] = async () => import(/* webpackChunkName: "form" */ '../core/form/form-tools');

/** What a workbook may say of its method itself. */
export const method: LocalEngineOptions['method'] = async () => import(/* webpackChunkName: "method" */ '../packs/stated-method');
