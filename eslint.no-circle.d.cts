import type { Rule } from 'eslint';

declare const noCircle: Rule.RuleModule;
export = noCircle;
