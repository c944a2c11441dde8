'use strict';
const fs = require('node:fs');
const path = require('node:path');
const ts = require('typescript');

/**
 * No file of src reaches itself through its imports. Unlike import-x/no-cycle this counts `import type` too: a circle of types is
 * also a pair of files that cannot be read, moved or understood one without the other.
 */

const ENDINGS = ['', '.ts', '.tsx', '/index.ts', '/index.tsx'];

/** File → when it was read and the files that it imports. An editor's linter lives long, so a changed file is read again. */
const read = new Map();

function fileOf(from, specifier) {
  const wanted = path.resolve(path.dirname(from), specifier);
  return ENDINGS.map((ending) => wanted + ending).find((file) => /\.tsx?$/.test(file) && fs.existsSync(file));
}

function importsOf(file) {
  const { mtimeMs } = fs.statSync(file);
  const known = read.get(file);
  if (known && known.mtimeMs === mtimeMs) return known.files;
  const { importedFiles } = ts.preProcessFile(fs.readFileSync(file, 'utf8'), true, true);
  const files = importedFiles.flatMap(({ fileName }) => (fileName.startsWith('.') ? (fileOf(file, fileName) ?? []) : []));
  read.set(file, { mtimeMs, files });
  return files;
}

/** Every file that `from` reaches, nearest first, each with the file that led to it; `from` itself where it is reached again. */
function reachedFrom(from) {
  const cameFrom = new Map();
  const visit = (file) => {
    for (const next of importsOf(file)) if (!cameFrom.has(next)) cameFrom.set(next, file);
  };
  visit(from);
  for (const file of cameFrom.keys()) visit(file);
  return cameFrom;
}

/** Shortest way of imports from one file to another, both included; undefined where there is none. */
function wayTo(from, to) {
  if (from === to) return [from];
  const cameFrom = reachedFrom(from);
  if (!cameFrom.has(to)) return undefined;
  const way = [to];
  while (way[0] !== from) way.unshift(cameFrom.get(way[0]));
  return way;
}

module.exports = {
  meta: {
    type: 'problem',
    docs: { description: 'Forbid a file to import, at whatever distance and be it for a type alone, a file that imports it.' },
    schema: [],
    messages: { circle: 'These files import each other in a circle: {{way}}. Move what they share into a file of its own.' },
  },
  create(context) {
    const file = context.physicalFilename;
    if (!reachedFrom(file).has(file)) return {};
    const check = (source) => {
      if (typeof source?.value !== 'string' || !source.value.startsWith('.')) return;
      const imported = fileOf(file, source.value);
      const way = imported && wayTo(imported, file);
      if (!way) return;
      const names = [file, ...way].map((one) => path.relative(context.cwd, one));
      context.report({ node: source, messageId: 'circle', data: { way: names.join(' → ') } });
    };
    return {
      ImportDeclaration: ({ source }) => check(source),
      ExportNamedDeclaration: ({ source }) => check(source),
      ExportAllDeclaration: ({ source }) => check(source),
      ImportExpression: ({ source }) => check(source),
      TSImportType: ({ source }) => check(source),
    };
  },
};
