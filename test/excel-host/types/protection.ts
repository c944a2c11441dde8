import type { ProtectionModel, SheetModel } from '../model/sheet';
import type { WorkbookModel } from '../model/workbook';
import type { Arguments, TypeSpec } from '../node';
import { HostError, isRecord } from '../wire';

function protectionOf(options: unknown, password: unknown): ProtectionModel {
  return { options: isRecord(options) ? options : {}, ...(typeof password === 'string' && password ? { password } : {}) };
}

/** A wrong password is refused; which code real Excel gives is an assumption, see the README. */
function checkPassword(protection: ProtectionModel, args: Arguments): void {
  if (protection.password !== undefined && protection.password !== args.values[0]) throw new HostError('AccessDenied');
}

export const worksheetProtectionType: TypeSpec<SheetModel> = {
  name: 'WorksheetProtection',
  alive: (self) => !self.deleted,
  read: { Protected: (self) => self.protection !== undefined, Options: (self) => self.protection?.options ?? null },
  call: {
    Protect: (self, args) => {
      if (self.protection) throw new HostError('InvalidOperation');
      self.protection = protectionOf(args.values[0], args.values[1]);
    },
    Unprotect: (self, args) => {
      if (!self.protection) return;
      checkPassword(self.protection, args);
      self.protection = undefined;
    },
  },
};

export const workbookProtectionType: TypeSpec<WorkbookModel> = {
  name: 'WorkbookProtection',
  read: { Protected: (book) => book.protection !== undefined },
  call: {
    Protect: (book, args) => {
      if (book.protection) throw new HostError('InvalidOperation');
      book.protection = protectionOf({}, args.values[0]);
    },
    Unprotect: (book, args) => {
      if (!book.protection) return;
      checkPassword(book.protection, args);
      book.protection = undefined;
    },
  },
};
