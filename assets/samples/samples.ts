import { guangdongSheets } from './guangdong';
import { jilinSheets } from './jilin';
import { nationalSheets } from './national';
import { shaanxiSheets } from './shaanxi';
import { shandongSheets } from './shandong';
import { workbookBytes, type Sheet } from './workbook';

export interface Sample {
  /** Id of the pack that the sample is for; the file is called like it. */
  readonly pack: string;
  readonly title: string;
  /** The 考评日期 that the workbook states for itself; it suits the fictional dates in it. */
  readonly asOf: string;
  readonly sheets: (asOf: string) => readonly Sheet[];
}

export const samples: readonly Sample[] = [
  { pack: 'national-2014', title: '国家级经开区考核示例数据（虚构）', asOf: '2015-04-30', sheets: nationalSheets },
  { pack: 'shaanxi-2015', title: '省级以上经开区考评示例数据（虚构）', asOf: '2016-04-30', sheets: shaanxiSheets },
  { pack: 'jilin-2016', title: '开发区考核示例数据（虚构）', asOf: '2017-03-31', sheets: jilinSheets },
  { pack: 'shandong-2016', title: '省级经济开发区考核示例数据（虚构）', asOf: '2017-03-31', sheets: shandongSheets },
  { pack: 'guangdong-2016', title: '国家级经开区考核示例数据（虚构）', asOf: '2017-06-10', sheets: guangdongSheets },
];

export const sampleFile = ({ pack }: Sample): string => `${pack}.xlsx`;

export const sampleBytes = ({ title, asOf, sheets }: Sample): Uint8Array => workbookBytes(title, sheets(asOf));
