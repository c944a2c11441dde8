/** Chinese text of the port over an .xlsx file; what is wrong with a file itself is said in `ooxml/words.ts`. */
export const xlsxWords = {
  cancelled: () => ({ message: '已取消，工作簿保持原样。', nextStep: '需要时可重新开始。' }),
  lastSheet: () => ({
    message: '清除后工作簿里将没有可见的工作表，Excel 不允许这样的文件。',
    nextStep: '请先插入或取消隐藏一张自己的工作表，再清除结果。',
  }),
  signature: '工作簿带有数字签名；写入结果后签名失效，需要时请重新签名。',
  copiedWithout: (sheet: string) => `“${sheet}”里的图片、图形、批注和超级表没有带到填好的表里；文字、格式和版式都在。`,
  noteAuthor: '开发区考评助手',
} as const;
