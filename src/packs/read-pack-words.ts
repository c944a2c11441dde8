/** Chinese text about a pack's file that could not be read at all. Apart, since the page has no need of the rest. */
export const readPackWords = {
  unreadable: (file: string) => ({
    message: `“${file}”读了很久也没有读完，没有采用。`,
    nextStep: '请核对是否选错了文件；方案文件一般不超过几百行。',
  }),
  readerNotLoaded: { message: '读取方案的程序没有载入，文件没有采用。', nextStep: '请确认网络正常，再加载一次。' },
};
