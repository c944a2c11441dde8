const { createHash } = require('node:crypto');
const { readFileSync } = require('node:fs');
const path = require('node:path');
const { gzipSync } = require('node:zlib');
const { Compilation, sources } = require('webpack');

const sha256 = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/**
 * Puts a page with its styles, programs, threads and samples into one HTML file, in place of the files themselves. Programs are packed, since the file is
 * sent by mail; src/workbench/one-file takes them out again.
 */
class OneFile {
  /** @param given.policy the page's policy, from the hashes of the program that it starts with and of its styles */
  constructor(given) {
    this.given = given;
  }

  apply(compiler) {
    compiler.hooks.thisCompilation.tap('OneFile', (compilation) =>
      compilation.hooks.processAssets.tap({ name: 'OneFile', stage: Compilation.PROCESS_ASSETS_STAGE_REPORT }, () => {
        if (compilation.errors.length > 0) return;
        const text = (name) => String(compilation.getAsset(name).source.source());
        const html = this.pageOf(
          compiler.context,
          text,
          compilation.getAssets().map(({ name }) => name),
        );
        for (const { name } of compilation.getAssets()) if (name !== this.given.licences) compilation.deleteAsset(name);
        compilation.emitAsset(this.given.file, new sources.RawSource(html));
      }),
    );
  }

  pageOf(root, text, names) {
    const { page, icon, start, styles, licences, samples, policy } = this.given;
    const read = (file) => readFileSync(path.resolve(root, file));
    const held = (file, attributes, content) => `<script type="text/plain" data-file="${file}"${attributes}>${content}</script>`;
    const programs = names
      .filter((name) => name.endsWith('.js') && name !== start)
      .map((name) => held(name, ' data-packed', gzipSync(text(name), { level: 9 }).toString('base64')));
    const workbooks = samples.map((name) => held(`samples/${name}`, '', read(`assets/samples/${name}`).toString('base64')));
    const [program, look, words] = [text(start), text(styles), text(licences)];
    for (const [inside, end] of [
      [program, '</script'],
      [look, '</style'],
      [words, '</script'],
    ])
      if (inside.includes(end)) throw new Error(`${end} would end what holds it`);
    const parts = [
      ['<%= csp %>', policy(sha256(program), sha256(look))],
      ['href="assets/icon-32.png"', `href="data:image/png;base64,${read(icon).toString('base64')}"`],
      ['</head>', `<style>${look}</style>\n</head>`],
      [
        '</body>',
        [...programs, ...workbooks, `<script>${program}</script>`, `<script type="text/plain">\n${words}</script>`, '</body>'].join('\n'),
      ],
    ];
    return parts.reduce(
      (html, [place, with_]) => {
        if (html.split(place).length !== 2) throw new Error(`${page}: ${place} should be there once`);
        return html.replace(place, () => with_);
      },
      String(read(page)),
    );
  }
}

module.exports = { OneFile };
