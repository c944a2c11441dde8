import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

/** One place where a member of Microsoft's library is used. */
export interface Use {
  /** "Worksheet.autoFilter", "Office.addin.showAsTaskpane". */
  readonly member: string;
  /** "ExcelApi 1.9"; undefined where the type declarations name none, as for what every Office has. */
  readonly set: { readonly name: string; readonly version: string } | undefined;
  /** From the root of the repository. */
  readonly file: string;
  readonly line: number;
  /** What has to hold before this place is reached, as it is written there. */
  readonly guards: readonly string[];
}

/** Calls that say what an Excel can do. */
const GUARDS = ['notesAre', 'sharesRuntime', 'isSetSupported'];
/** How many calls back a guard is looked for. */
const DEPTH = 4;

/** Every member of Excel.* and Office.* that the files of these folders use at run time, found by the type checker. */
export function officeMembers(root: string, folders: readonly string[]): readonly Use[] {
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => join(root, folder, file)),
  );
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (file) => ts.sys.readFile(file)) as { config: unknown };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const program = ts.createProgram(files, { ...options, noEmit: true, skipLibCheck: true, skipDefaultLibCheck: true });
  const walk = new Walk(program.getTypeChecker(), root);
  const sources = program
    .getSourceFiles()
    .filter(({ fileName }) => files.includes(fileName.replaceAll('/', ts.sys.newLine === '\r\n' ? '\\' : '/')));
  sources.forEach((source) => walk.learnCalls(source));
  return sources.flatMap((source) => [...walk.usesIn(source)]);
}

class Walk {
  /** Where a function of ours is named, other than by its own declaration. */
  private readonly references = new Map<ts.Symbol, ts.Identifier[]>();

  constructor(
    private readonly checker: ts.TypeChecker,
    private readonly root: string,
  ) {}

  learnCalls(source: ts.SourceFile): void {
    const visit = (node: ts.Node): void => {
      if (ts.isIdentifier(node) && !isImported(node)) {
        const symbol = this.real(this.checker.getSymbolAtLocation(node));
        if (symbol && symbol.valueDeclaration && nameOf(symbol.valueDeclaration) !== node)
          this.references.set(symbol, [...(this.references.get(symbol) ?? []), node]);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }

  *usesIn(source: ts.SourceFile): Generator<Use> {
    for (const { symbol, at } of this.members(source)) {
      const declaration = declarationOf(symbol);
      if (!declaration) continue;
      yield {
        member: pathOf(declaration, symbol.name),
        set: setOf(declaration),
        file: relative(this.root, source.fileName).replaceAll('\\', '/'),
        line: source.getLineAndCharacterOfPosition(at.getStart()).line + 1,
        guards: this.guardsOf(at),
      };
    }
  }

  private *members(node: ts.Node): Generator<{ symbol: ts.Symbol; at: ts.Node }> {
    if (ts.isTypeNode(node)) return;
    if (ts.isPropertyAccessExpression(node)) {
      const symbol = this.checker.getSymbolAtLocation(node.name);
      if (symbol) yield { symbol, at: node.name };
    }
    if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
      const symbol = this.checker
        .getNonNullableType(this.checker.getTypeAtLocation(node.parent))
        .getProperty((node.propertyName ?? node.name).getText());
      if (symbol) yield { symbol, at: node };
    }
    if ((ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node)) && ts.isObjectLiteralExpression(node.parent)) {
      const symbol = this.checker.getContextualType(node.parent)?.getProperty(node.name.getText());
      if (symbol) yield { symbol, at: node };
    }
    if (ts.isCallExpression(node)) for (const symbol of this.loaded(node)) yield { symbol, at: node };
    for (const child of childrenOf(node)) yield* this.members(child);
  }

  /** The properties in load('items/name,items/visibility'). */
  private *loaded({ expression, arguments: [paths] }: ts.CallExpression): Generator<ts.Symbol> {
    if (!ts.isPropertyAccessExpression(expression) || expression.name.text !== 'load' || !paths || !ts.isStringLiteralLike(paths)) return;
    for (const path of paths.text.split(',')) {
      let type: ts.Type | undefined = this.checker.getNonNullableType(this.checker.getTypeAtLocation(expression.expression));
      for (const step of path.trim().split('/')) {
        const symbol: ts.Symbol | undefined = type?.getProperty(step);
        if (!symbol) throw new Error(`load('${paths.text}'): the types know no ${step}`);
        yield symbol;
        const of: ts.Type = this.checker.getTypeOfSymbolAtLocation(symbol, expression);
        type = this.checker.getIndexTypeOfType(of, ts.IndexKind.Number) ?? of;
      }
    }
  }

  /** Conditions that guard a place, in its function or, where that has none, in all places that name the function. */
  private guardsOf(at: ts.Node, depth = 0): readonly string[] {
    const near = guardsAround(at);
    if (near.length > 0 || depth === DEPTH) return near;
    const own = enclosingFunction(at);
    const symbol = own && this.real(this.checker.getSymbolAtLocation(own));
    const places = (symbol && this.references.get(symbol)) ?? [];
    const guards = places.map((place) => this.guardsOf(place, depth + 1));
    return guards.length > 0 && guards.every((one) => one.length > 0) ? [...new Set(guards.flat())] : [];
  }

  /** What an import stands for. */
  private real(symbol: ts.Symbol | undefined): ts.Symbol | undefined {
    return symbol && symbol.flags & ts.SymbolFlags.Alias ? this.checker.getAliasedSymbol(symbol) : symbol;
  }
}

const isImported = ({ parent }: ts.Node): boolean =>
  ts.isImportSpecifier(parent) || ts.isExportSpecifier(parent) || ts.isImportClause(parent);
const nameOf = (declaration: ts.Declaration): ts.Node | undefined => ts.getNameOfDeclaration(declaration);

function childrenOf(node: ts.Node): ts.Node[] {
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => void children.push(child));
  return children;
}

/** The name of the nearest function around a place that has one. */
function enclosingFunction(at: ts.Node): ts.Node | undefined {
  for (let node = at.parent; !ts.isSourceFile(node); node = node.parent) {
    if ((ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node)) && node.name) return node.name;
    if (ts.isVariableDeclaration(node) && node.initializer && ts.isArrowFunction(node.initializer)) return node.name;
  }
  return undefined;
}

/**
 * Conditions with a guard that are true where the place is reached: those of the ifs and conditionals that it stands in, and those after
 * which a block that it stands in was left otherwise.
 */
function guardsAround(at: ts.Node): readonly string[] {
  const guards: string[] = [];
  for (let node = at; !ts.isSourceFile(node); node = node.parent) {
    const { parent } = node;
    if (ts.isIfStatement(parent) && node === parent.thenStatement) guards.push(...guardIn(parent.expression));
    if (ts.isConditionalExpression(parent) && node === parent.whenTrue) guards.push(...guardIn(parent.condition));
    if (ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken && node === parent.right)
      guards.push(...guardIn(parent.left));
    if (ts.isBlock(parent) || ts.isCaseClause(parent) || ts.isDefaultClause(parent))
      for (const before of parent.statements.slice(0, parent.statements.indexOf(node as ts.Statement)))
        if (ts.isIfStatement(before) && leaves(before.thenStatement)) guards.push(...guardIn(before.expression, false));
  }
  return guards;
}

/** @param holds whether the place is reached where the condition is true, or where it is not */
function guardIn(condition: ts.Expression, holds = true): readonly string[] {
  const text = condition.getText();
  const denies = text.startsWith('!') || text.includes('!==');
  return GUARDS.some((guard) => text.includes(`${guard}(`)) && denies !== holds ? [text] : [];
}

function leaves(statement: ts.Statement): boolean {
  const last = ts.isBlock(statement) ? statement.statements.at(-1) : statement;
  return last !== undefined && (ts.isReturnStatement(last) || ts.isThrowStatement(last) || ts.isContinueStatement(last));
}

/** Where Microsoft declares it; undefined for what is not Microsoft's. */
function declarationOf(symbol: ts.Symbol): ts.Declaration | undefined {
  return symbol.declarations?.find((one) => /@types[\\/]office-js[\\/]/.test(one.getSourceFile().fileName));
}

function pathOf(declaration: ts.Declaration, name: string): string {
  const names = [name];
  for (let node: ts.Node = declaration.parent; !ts.isSourceFile(node); node = node.parent)
    if (
      (ts.isClassDeclaration(node) || ts.isInterfaceDeclaration(node) || ts.isModuleDeclaration(node) || ts.isEnumDeclaration(node)) &&
      node.name
    )
      names.unshift(node.name.text);
  const [first, ...others] = names;
  return first === 'Excel' && others.length > 1 ? others.join('.') : names.join('.');
}

/** Sets of Outlook's stand beside those of the others. */
const EXCEL_SET = /\[Api set: *(?!Mailbox)(\w+) +([\d.]+)/;
const COMMON_SET = /(?:Requirement sets?\*\*: *|^[ *]*- *)\{@link \S+ \| (?!Mailbox)(\w+) ([\d.]+)\}/m;

/** The requirement set that the declaration's comment names, or that of what it is declared in. */
function setOf(declaration: ts.Node): Use['set'] {
  for (let node = declaration; !ts.isSourceFile(node); node = node.parent) {
    const comment = node.getFullText().slice(0, node.getLeadingTriviaWidth());
    const found = EXCEL_SET.exec(comment) ?? COMMON_SET.exec(comment);
    if (found) return { name: found[1]!, version: found[2]! };
    if (ts.isModuleDeclaration(node)) return undefined;
  }
  return undefined;
}
