import type { WorkbookModel } from '../model/workbook';
import { HostNode, stored } from '../node';
import type { TypeSpec } from '../node';
import { HostError, refuse } from '../wire';
import { commentsType } from './comments';
import { documentCustomPropertiesType, settingsType } from './keyed-values';
import { namesType } from './names';
import { workbookProtectionType } from './protection';
import { accepted } from './range-format';
import { rangeNode } from './range';
import { tablesType } from './tables';
import { worksheetsType } from './worksheets';
import { xmlPartsType } from './xml-parts';

const applicationType: TypeSpec<WorkbookModel> = {
  name: 'Application',
  read: {
    CalculationMode: (book) => book.calculationMode,
    CalculationState: () => 'Done',
    CalculationEngineVersion: () => 191029,
    DecimalSeparator: () => '.',
    ThousandsSeparator: () => ',',
    UseSystemSeparators: () => true,
  },
  write: {
    CalculationMode: (book, value) => {
      book.calculationMode = String(accepted(value, ['Automatic', 'AutomaticExceptTables', 'Manual']));
    },
  },
  call: {
    Calculate: (book, args) => {
      accepted(args.values[0], ['Recalculate', 'Full', 'FullRebuild']);
      book.calculations++;
    },
    SuspendApiCalculationUntilNextSync: () => null,
    SuspendScreenUpdatingUntilNextSync: () => null,
  },
};

const properties = stored((book: WorkbookModel) => book.properties, {
  Title: '',
  Subject: '',
  Author: '测试',
  Keywords: '',
  Comments: '',
  Category: '',
  Manager: '',
  Company: '',
  RevisionNumber: 0,
});

const documentPropertiesType: TypeSpec<WorkbookModel> = {
  name: 'DocumentProperties',
  read: { ...properties.read, LastAuthor: () => '测试', CreationDate: () => '2024-01-01T00:00:00Z' },
  write: properties.write,
  child: { Custom: (book) => HostNode.of(documentCustomPropertiesType, book) },
};

export const workbookType: TypeSpec<WorkbookModel> = {
  name: 'Workbook',
  read: {
    Name: (book) => book.name,
    ReadOnly: (book) => book.readOnly,
    IsDirty: (book) => book.isDirty,
    ChartDataPointTrack: () => true,
    UsePrecisionAsDisplayed: () => false,
    CalculationEngineVersion: () => 191029,
    AutoSave: () => false,
    PreviouslySaved: () => true,
  },
  write: {
    IsDirty: (book, value) => {
      book.isDirty = value === true;
    },
  },
  child: {
    Worksheets: (book) => HostNode.of(worksheetsType, book),
    Names: () => HostNode.of(namesType, {}),
    Tables: () => HostNode.of(tablesType, {}),
    Comments: () => HostNode.of(commentsType, {}),
    Settings: (book) => HostNode.of(settingsType, book),
    CustomXmlParts: (book) => HostNode.of(xmlPartsType, { book }),
    Properties: (book) => HostNode.of(documentPropertiesType, book),
    Protection: (book) => HostNode.of(workbookProtectionType, book),
    Application: (book) => HostNode.of(applicationType, book),
  },
  call: {
    GetSelectedRange: (book) => rangeNode(book.active ?? refuse('InvalidSelection'), book.selection),
    GetActiveCell: (book) =>
      rangeNode(book.active ?? refuse('InvalidSelection'), { ...book.selection, bottom: book.selection.top, right: book.selection.left }),
    _RemoveReference: (_book, args, world) => {
      world.references.delete(args.text(0));
      return null;
    },
    _RemoveAllReferences: (_book, _args, world) => {
      world.references.clear();
      return null;
    },
    _GetReferenceCount: (_book, _args, world) => world.references.size,
    Save: () => null,
    _events: (_book, args, world) => {
      if (!args.text(1).startsWith('Selection')) throw new HostError('ApiNotFound');
      world.listen(14, 'Workbook', args.flag(0));
      return null;
    },
  },
};

/** What office.js itself asks of the host while it starts. */
export const internalServiceType: TypeSpec<null> = { name: 'AddinInternalService', call: { NotifyActionHandlerReady: () => null } };
