/** Chinese text of gathering filled templates into one workbook. */
export const gatherWords = {
  noRegister: (file: string, headers: readonly string[]) => ({
    message: `“${file}”中没有找到开发区名录：要有一列表头为“${headers.slice(0, 3).join('”“')}”，下面每行一个名称。`,
    nextStep: '请核对是不是名录文件，并把名称一列的表头写成上述之一。',
  }),
  registeredTwice: (name: string, one: string, other: string) => ({
    message: `名录中“${name}”写了两次（${one}、${other}）。`,
    nextStep: '请删去重复的一行。',
  }),
};
