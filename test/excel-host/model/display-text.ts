import type { CellContent } from './entry';

/**
 * What a cell shows: General, fixed decimals, thousands, percentages, dates and '@'. Other codes show the plain value.
 * Column width (####) is not modelled.
 */
export function displayText(content: CellContent | undefined, format: string): string {
  if (!content) return '';
  const { value } = content;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return value;
  return numberText(value, format);
}

function numberText(value: number, format: string): string {
  const sections = format.split(';');
  const negative = value < 0 && sections.length > 1;
  const section = (negative ? sections[1] : value === 0 && sections.length > 2 ? sections[2] : sections[0]) ?? 'General';
  const code = section
    .replace(/\[[^\]]*\]/g, '')
    .replace(/[_*]./g, '')
    .replace(/\\(.)/g, '$1');
  if (/^(general|g\/通用格式|@)$/i.test(code.trim())) return general(value);
  if (/[ymdh]/i.test(code.replace(/"[^"]*"/g, ''))) return dateText(value, code);
  const pattern = /[#0?,]*[0#?](?:\.[0#?]*)?%?/.exec(code);
  if (!pattern) return code.replaceAll('"', '') || general(value);
  const shown = digits(negative ? -value : value, pattern[0]);
  const before = code.slice(0, pattern.index).replaceAll('"', '');
  return before + shown + code.slice(pattern.index + pattern[0].length).replaceAll('"', '');
}

function digits(value: number, pattern: string): string {
  const percent = pattern.endsWith('%');
  const decimals = /\.([0#?]*)/.exec(pattern)?.[1] ?? '';
  const least = decimals.replace(/[#?]/g, '').length;
  const magnitude = percent ? value * 100 : value;
  let text = Math.abs(magnitude).toFixed(decimals.length);
  if (decimals.length > least) {
    const [whole, rest = ''] = text.split('.');
    const kept = rest.slice(0, least) + rest.slice(least).replace(/0+$/, '');
    text = kept ? `${whole}.${kept}` : `${whole}.`;
  }
  if (/,/.test(pattern)) text = text.replace(/^\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ','));
  const width = (pattern.split('.')[0] ?? '').replace(/[^0]/g, '').length;
  text = text.replace(/^\d+/, (whole) => whole.padStart(width, '0'));
  return (magnitude < 0 && Number(text.replaceAll(',', '')) !== 0 ? '-' : '') + text + (percent ? '%' : '');
}

function general(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e11) return String(value);
  const magnitude = Math.abs(value);
  if (magnitude >= 1e11 || (magnitude < 1e-4 && magnitude > 0)) {
    return value
      .toExponential(5)
      .replace(/\.?0+e/, 'e')
      .replace(/e([+-])(\d)$/, 'e$10$2')
      .toUpperCase();
  }
  return String(Number(value.toPrecision(10)));
}

function dateText(value: number, code: string): string {
  const at = new Date(Math.round((value - 25569) * 86400000));
  const two = (part: number): string => String(part).padStart(2, '0');
  let afterHour = false;
  return code.replace(/"([^"]*)"|y+|m+|d+|h+|s+/gi, (token: string, literal: string | undefined) => {
    if (literal !== undefined) return literal;
    const wide = token.length > 1;
    switch (token[0]!.toLowerCase()) {
      case 'y':
        return token.length > 2 ? String(at.getUTCFullYear()) : two(at.getUTCFullYear() % 100);
      case 'd':
        return wide ? two(at.getUTCDate()) : String(at.getUTCDate());
      case 'h':
        afterHour = true;
        return wide ? two(at.getUTCHours()) : String(at.getUTCHours());
      case 's':
        return wide ? two(at.getUTCSeconds()) : String(at.getUTCSeconds());
      default: {
        const part = afterHour ? at.getUTCMinutes() : at.getUTCMonth() + 1;
        afterHour = false;
        return wide ? two(part) : String(part);
      }
    }
  });
}
