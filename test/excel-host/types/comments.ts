import { area, cellsOf } from '../model/area';
import type { CommentModel, SheetModel } from '../model/sheet';
import { HostNode, byIndex, byKey } from '../node';
import type { Arguments, TypeSpec, World } from '../node';
import { HostError, refuse } from '../wire';
import { checkContentWrite } from './guard';
import { rangeArgument, rangeNode } from './range';

/** Comments of the workbook, or of one sheet. Mentions are not modelled. */
export interface CommentsSelf {
  readonly sheet?: SheetModel;
}

interface CommentSelf {
  readonly sheet: SheetModel;
  readonly comment: CommentModel;
}

interface ReplySelf extends CommentSelf {
  readonly reply: CommentModel['replies'][number];
}

const replyType: TypeSpec<ReplySelf> = {
  name: 'CommentReply',
  identity: ['Id'],
  read: {
    Id: (self) => self.reply.id,
    Content: (self) => self.reply.content,
    AuthorName: (self) => self.comment.authorName,
    AuthorEmail: () => '',
    CreationDate: (self) => self.reply.created,
  },
  write: {
    Content: (self, value) => {
      self.reply.content = String(value);
    },
  },
  call: { Delete: (self) => void self.comment.replies.splice(self.comment.replies.indexOf(self.reply), 1) },
};

const replies = (self: CommentSelf): readonly HostNode[] => self.comment.replies.map((reply) => HostNode.of(replyType, { ...self, reply }));

const repliesType: TypeSpec<CommentSelf> = {
  name: 'CommentReplyCollection',
  items: replies,
  call: {
    ...byIndex(replies),
    ...byKey((self: CommentSelf, key) => replies(self).find((node) => node.is(replyType) && node.self.reply.id === key)),
    Add: (self, args, world) => {
      const reply = { id: world.book.guid(), content: args.text(0), created: '2024-01-01T00:00:00Z' };
      self.comment.replies.push(reply);
      return HostNode.of(replyType, { ...self, reply });
    },
  },
};

const commentType: TypeSpec<CommentSelf> = {
  name: 'Comment',
  alive: (self) => !self.sheet.deleted && self.sheet.comments.includes(self.comment),
  identity: ['Id'],
  read: {
    Id: (self) => self.comment.id,
    Content: (self) => self.comment.content,
    ContentType: (self) => self.comment.contentType,
    AuthorName: (self) => self.comment.authorName,
    AuthorEmail: () => '',
    CreationDate: (self) => self.comment.created,
    Resolved: (self) => self.comment.resolved,
  },
  write: {
    Content: (self, value) => {
      self.comment.content = String(value);
    },
    Resolved: (self, value) => {
      self.comment.resolved = value === true;
    },
  },
  child: { Replies: (self) => HostNode.of(repliesType, self) },
  call: {
    Delete: (self) => void self.sheet.comments.splice(self.sheet.comments.indexOf(self.comment), 1),
    GetLocation: (self) => rangeNode(self.sheet, area(self.comment.row, self.comment.column)),
  },
};

function all(self: CommentsSelf, world: World): readonly HostNode[] {
  const sheets = self.sheet ? [self.sheet] : world.book.sheets;
  return sheets.flatMap((sheet) => sheet.comments.map((comment) => HostNode.of(commentType, { sheet, comment })));
}

function cellArgument(
  self: CommentsSelf,
  args: Arguments,
  world: World,
): { readonly sheet: SheetModel; readonly row: number; readonly column: number } {
  const base = self.sheet ?? world.book.active ?? refuse('InvalidArgument');
  const range = rangeArgument(args, 0, world, base);
  if (cellsOf(range.area) !== 1 || (self.sheet && range.sheet !== self.sheet)) throw new HostError('InvalidArgument');
  return { sheet: range.sheet, row: range.area.top, column: range.area.left };
}

export const commentsType: TypeSpec<CommentsSelf> = {
  name: 'CommentCollection',
  items: all,
  call: {
    ...byIndex(all),
    ...byKey((self: CommentsSelf, key, world) => all(self, world).find((node) => node.is(commentType) && node.self.comment.id === key)),
    Add: (self, args, world) => {
      const { sheet, row, column } = cellArgument(self, args, world);
      checkContentWrite({ sheet, area: area(row, column) });
      const content = args.text(1);
      if (content === '') throw new HostError('InvalidArgument');
      if (sheet.commentAt(row, column)) throw new HostError('InvalidArgument');
      const comment: CommentModel = {
        id: world.book.guid(),
        row,
        column,
        content,
        contentType: args.has(2) ? args.text(2) : 'Plain',
        authorName: '测试',
        created: '2024-01-01T00:00:00Z',
        resolved: false,
        replies: [],
      };
      sheet.comments.push(comment);
      return HostNode.of(commentType, { sheet, comment });
    },
    GetItemByCell: (self, args, world) => {
      const { sheet, row, column } = cellArgument(self, args, world);
      const comment = sheet.commentAt(row, column);
      return comment ? HostNode.of(commentType, { sheet, comment }) : refuse('ItemNotFound');
    },
  },
};
