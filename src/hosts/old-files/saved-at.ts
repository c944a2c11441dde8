import { Package } from '../../ooxml/parts/package';
import { isCompoundFile } from '../../ooxml/zip/file-kind';
import { CompoundFile } from './compound-file';

const CORE = 'docProps/core.xml';
const MODIFIED = /<(?:\w+:)?modified[^>]*>([^<]{1,40})<\//u;
const SUMMARY = '\u0005summaryinformation';
/** Of the property set SummaryInformation ([MS-OLEPS]): the time of saving, and the type of a time. */
const [LAST_SAVED, FILETIME] = [13, 64];
/** Ticks of 100 ns in a millisecond, and milliseconds from 1601 to 1970. */
const [TICKS, EPOCH] = [10_000n, 11_644_473_600_000n];
/** A program without a clock writes 1601 or 1980. */
const EARLIEST = Date.UTC(1990, 0, 1);

/** When the file was last saved, as its own properties say, ISO 8601 in UTC; undefined where they do not, or the file is none of a workbook. */
export function savedAt(bytes: Uint8Array): string | undefined {
  try {
    const time = isCompoundFile(bytes) ? summaryTime(new CompoundFile(bytes).stream(SUMMARY)) : coreTime(Package.open(bytes));
    return time !== undefined && time >= EARLIEST ? new Date(time).toISOString() : undefined;
  } catch {
    // What is wrong with the file is told by whoever reads its cells.
    return undefined;
  }
}

function coreTime(pack: Package): number | undefined {
  const found = pack.has(CORE) ? MODIFIED.exec(pack.text(CORE).text) : undefined;
  const time = found ? Date.parse(found[1]!.trim()) : NaN;
  return Number.isNaN(time) ? undefined : time;
}

function summaryTime(stream: Uint8Array | undefined): number | undefined {
  if (!stream) return undefined;
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const set = view.getUint32(44, true);
  const count = view.getUint32(set + 4, true);
  for (let n = 0; n < Math.min(count, 100); n++) {
    if (view.getUint32(set + 8 + 8 * n, true) !== LAST_SAVED) continue;
    const at = set + view.getUint32(set + 12 + 8 * n, true);
    return view.getUint32(at, true) === FILETIME ? Number(view.getBigUint64(at + 4, true) / TICKS - EPOCH) : undefined;
  }
  return undefined;
}
