import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkManifest } from './check-manifest';
import { surroundings } from './surroundings';

const root = join(__dirname, '../..');
const manifest = readFileSync(join(root, 'manifest.xml'), 'utf8');
const around = surroundings(root);

/** The manifest with one thing changed; a change that changes nothing is a mistake of the test. */
function changed(from: string | RegExp, to: string): string {
  const text = manifest.replace(from, to);
  if (text === manifest) throw new Error(`${String(from)} is not in the manifest`);
  return text;
}

it('our manifest is good', () => {
  expect(checkManifest(manifest, around)).toEqual([]);
});

describe('one mistake each', () => {
  it.each<[string, string | RegExp, string, RegExp]>([
    ['a tag that is not closed', '</OfficeApp>', '', /not well-formed/],
    ['another root', /OfficeApp(?=[ >])/g, 'OfficeAp', /the root is OfficeAp/],
    ['elements out of order', /(<Id>.*<\/Id>)([^]*?)(<Version>.*<\/Version>)/, '$3$2$1', /Id: must stand before Version/],
    ['an element left out', /<Permissions>.*<\/Permissions>/, '', /OfficeApp: has no Permissions/],
    ['an element twice', /(<Permissions>.*<\/Permissions>)/, '$1$1', /Permissions: is there twice/],
    ['an unknown element', '<Permissions>', '<Colour>red</Colour><Permissions>', /Colour: has no place in OfficeApp/],
    ['an action without its function', /<FunctionName>scoreWorkbook<\/FunctionName>/, '', /Action: has no FunctionName/],
    ['no GUID', '6f1d1c52-7c3e-4b0a-9a64-2f6f0c8f4c11', '6f1d1c52', /is not a GUID/],
    ['a version of three numbers', '1.1.0.0<', '1.1.0<', /is not a version/],
    ['a version that Microsoft refuses', '1.1.0.0<', '0.1.0.0<', /is not at least 1\.0\.0\.0/],
    ['a version that package.json knows nothing of', '1.1.0.0<', '1.1.1.0<', /is not "1\." and the version 1\.0\.0/],
    ['a description that is too long', /(<Description DefaultValue=")/, `$1${'长'.repeat(251)}`, /more than 250 characters/],
    ['another default language', '<DefaultLocale>zh-CN', '<DefaultLocale>en-US', /is not zh-CN/],
    ['fewer permissions', 'ReadWriteDocument', 'ReadDocument', /is not ReadWriteDocument/],
    ['another kind of add-in', 'xsi:type="TaskPaneApp"', 'xsi:type="ContentApp"', /TaskPaneApp/],
    ['a resource that is missing', 'resid="Score.Tip"', 'resid="Score.Tipp"', /"Score.Tipp" is declared nowhere/],
    [
      'a resource that nothing uses',
      '<bt:ShortStrings>',
      '<bt:ShortStrings><bt:String id="Spare" DefaultValue="备用"><bt:Override Locale="en-US" Value="Spare"/></bt:String>',
      /"Spare" is used nowhere/,
    ],
    ['a resource twice', '<bt:String id="Check.Label"', '<bt:String id="Score.Label"', /"Score.Label" is there twice/],
    [
      'a resource of another kind',
      '<FunctionFile resid="Pane.Url"/>',
      '<FunctionFile resid="Open.Label"/>',
      /"Open.Label" is a String, not a Url/,
    ],
    ['an id that is too long', /GetStarted\.Description/g, 'GetStarted.Description.That.Is.Too.Long', /has not 1 to 32 characters/],
    ['a label that is too long', 'DefaultValue="一键评分"', `DefaultValue="${'一'.repeat(126)}"`, /more than 125 characters/],
    ['no English', /(id="Clear.Tip" DefaultValue="[^"]*">)\s*<bt:Override [^>]*>/, '$1', /"Clear.Tip" has no override for en-US/],
    ['no Chinese', 'DefaultValue="清除结果"', 'DefaultValue="Clear"', /"Clear.Label" is not Chinese/],
    ['Chinese for English', 'Value="Clear results"', 'Value="清除"', /"Clear.Label" is not English/],
    ['an empty name', 'DisplayName DefaultValue="开发区考评助手"', 'DisplayName DefaultValue=""', /"DisplayName" is empty/],
    ['http', 'id="Pane.Url" DefaultValue="https:', 'id="Pane.Url" DefaultValue="http:', /is not https/],
    [
      'no address',
      'id="Pane.Url" DefaultValue="https://localhost:3000/taskpane.html"',
      'id="Pane.Url" DefaultValue="taskpane.html"',
      /is no address/,
    ],
    [
      'another server',
      'id="Pane.Url" DefaultValue="https://localhost:3000',
      'id="Pane.Url" DefaultValue="https://example.com',
      /lies on another server/,
    ],
    ['a page that is not built', 'help.html"/>\n  <AppDomains>', 'faq.html"/>\n  <AppDomains>', /no page "faq.html"/],
    ['an icon that is not there', '/assets/icon-80.png', '/assets/icon-81.png', /there is no icon \/assets\/icon-81.png/],
    [
      'an icon of another size',
      'id="Icon.80" DefaultValue="https://localhost:3000/assets/icon-80.png"',
      'id="Icon.80" DefaultValue="https://localhost:3000/assets/icon-64.png"',
      /is 64×64, not 80×80/,
    ],
    ['a button without its large icon', /<bt:Image size="80" resid="Icon.Score.80"\/>/, '', /no icon of size 80/],
    [
      'a button with the icon of another',
      'size="32" resid="Icon.Clear.32"',
      'size="32" resid="Icon.Check.32"',
      /is the icon of ZoneAssessor.Check too/,
    ],
    ['two icons that look the same', '/assets/clear-16.png', '/assets/check-16.png', /is the icon of ZoneAssessor.Check too/],
    [
      'an address of the pane that is no page',
      'localhost:3000/taskpane.html"/>\n  </DefaultSettings>',
      'localhost:3000/"/>\n  </DefaultSettings>',
      /is no page/,
    ],
    ['a domain with a path', '<AppDomain>https://localhost:3000', '<AppDomain>https://localhost:3000/kaoping', /is more than a server/],
    ['no runtime', /<Runtimes>[^]*<\/Runtimes>/, '', /there are 0 runtimes/],
    [
      'a runtime behind the form factor',
      /(<Runtimes>[^]*<\/Runtimes>)([^]*<\/DesktopFormFactor>)/,
      '$2$1',
      /Runtimes: must stand before DesktopFormFactor/,
    ],
    ['a runtime that ends with its button', 'lifetime="long"', 'lifetime="short"', /lifetime is not long/],
    ['a runtime of another page', '<Runtime resid="Pane.Url"', '<Runtime resid="Help.Url"', /is not the page of SourceLocation/],
    [
      'functions outside of the runtime',
      '<FunctionFile resid="Pane.Url"',
      '<FunctionFile resid="Help.Url"',
      /"Help.Url" is not that of the runtime/,
    ],
    ['a higher requirement', '<Set Name="ExcelApi" MinVersion="1.14"/>', '<Set Name="ExcelApi" MinVersion="1.17"/>', /1.17 is asked for/],
    [
      'a lower requirement for the buttons',
      '<bt:Set Name="ExcelApi" MinVersion="1.14"/>',
      '<bt:Set Name="ExcelApi" MinVersion="1.7"/>',
      /1.7 is asked for/,
    ],
    [
      'a requirement that hides the add-in from older Excel',
      '<Set Name="ExcelApi" MinVersion="1.14"/>',
      '<Set Name="ExcelApi" MinVersion="1.14"/><Set Name="SharedRuntime" MinVersion="1.1"/>',
      /SharedRuntime would hide the add-in/,
    ],
    ['a function that is not there', '<FunctionName>clearResults', '<FunctionName>clearAll', /no function "clearAll"/],
    ['a control id twice', 'id="ZoneAssessor.Check"', 'id="ZoneAssessor.Score"', /"ZoneAssessor.Score" is there twice/],
    ['no function file', '<FunctionFile resid="Pane.Url"/>', '', /no FunctionFile/],
  ])('%s', (_, from, to, mistake) => {
    const found = checkManifest(changed(from, to), around);
    expect(found.join('\n')).toMatch(mistake);
    // One mistake may have a consequence (what nothing refers to any more is unused), but no more than that.
    expect(found.length).toBeLessThanOrEqual(3);
  });
});
