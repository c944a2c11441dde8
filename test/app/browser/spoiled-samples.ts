import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { sampleBytes } from '../sample';

/** The Shandong sample with one text changed wherever it stands. */
function spoiled(from: string, to: string): Uint8Array {
  const parts = unzipSync(sampleBytes());
  const name = 'xl/sharedStrings.xml';
  const before = strFromU8(parts[name]!);
  const after = before.replaceAll(`>${from}<`, `>${to}<`);
  if (after === before) throw new Error(`the sample has no "${from}"`);
  return zipSync({ ...parts, [name]: strToU8(after) });
}

/** Two rows of one name: nothing can be scored. */
export const duplicateZone = (): Uint8Array => spoiled('滨河经济开发区', '桃林经济开发区');

/** A main table whose name column no pack knows. */
export const noZoneHeader = (): Uint8Array => spoiled('开发区名称', '填报主体');

/** A main table whose title names no year. */
export const noYear = (): Uint8Array =>
  spoiled('示例省经济开发区综合发展水平考核指标数据表（2016年度）', '示例省经济开发区综合发展水平考核指标数据表');
