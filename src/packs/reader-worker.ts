import './without-eval';
import { sharedPartsOf } from '../core/pack/load';
import { loadPackText } from './pack-text';
import { readyUnits } from './ready';
import { wordData } from './shared-words';
import unitData from './units.yaml';

const units = readyUnits(unitData);
const shared = sharedPartsOf(wordData);

// A thread of its own, for one file: a file that takes all day, or all memory, takes nothing else with it. And a program of its own, so that
// the schemas of packs are in no other.
self.addEventListener('message', ({ data }: MessageEvent<{ readonly text: string; readonly file: string }>) =>
  self.postMessage(loadPackText(data.text, data.file, units, shared)),
);
