/** Names of fonts, as official papers are set. */
export const docxWords = {
  fonts: { title: '方正小标宋简体', heading: '黑体', text: '仿宋', page: '宋体', latin: 'Times New Roman' },
};
