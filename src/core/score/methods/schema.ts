import { z } from 'zod';
import { bandsSchema } from './bands';
import { efficacySchema } from './efficacy';
import { goalpostsSchema } from './goalposts';
import { interpolateSchema } from './interpolate';
import { minMaxSchema } from './min-max';
import { passFailSchema } from './pass-fail';
import { percentileSchema } from './percentile';
import { rankPointsSchema } from './rank-points';
import { rankRatioSchema } from './rank-ratio';
import { stepsSchema } from './steps';
import { targetRatioSchema } from './target-ratio';
import { zScoreSchema } from './z-score';

/** `{ method: min_max, to: [0, 100] }`, `{ method: goalposts, worst: 20, best: 85, transform: log }` … */
export const methodConfigSchema = z.discriminatedUnion('method', [
  minMaxSchema(),
  goalpostsSchema(),
  targetRatioSchema(),
  efficacySchema(),
  bandsSchema(),
  interpolateSchema(),
  stepsSchema(),
  rankPointsSchema(),
  rankRatioSchema(),
  percentileSchema(),
  zScoreSchema(),
  passFailSchema(),
]);

export type MethodConfig = z.output<typeof methodConfigSchema>;
