const { URL } = require('node:url');
const { getHttpsServerOptions } = require('office-addin-dev-certs');

const ADDRESS = 'https://localhost:3000';

const withoutCertificate = (cause) => `
没能安装开发证书，所以没有启动：${cause}
Excel 只从它信任的 https 地址打开加载项，开发证书要写进本机的信任列表，需要您的同意和相应的权限。
- Windows、Mac：用自己的账户（不是服务账户）在终端里运行，弹出询问时选“是”；单位策略禁止安装证书的，请信息科把 dist/ 放到内网的 https 服务器上（README“部署”）。
- Linux：需要 sudo 和 certutil（libnss3-tools）。没有 Excel 的机器用不上这个命令，请用 npm start 打开网页工作台。
`;

const sideloading = `
加载项在 ${ADDRESS} ，只有这台电脑能打开。装进这台电脑的 Excel（供试用，不是正式部署）：
- Windows：新建一个文件夹，放入本目录的 manifest.xml，右键→属性→共享；Excel 里 文件→选项→信任中心→信任中心设置→受信任的加载项目录，填共享路径（如 \\\\电脑名\\文件夹名），点“添加目录”，勾选“显示在菜单中”，重启 Excel；再到 开始→加载项→更多加载项→共享文件夹 添加。
- Mac：把 manifest.xml 复制到 ~/Library/Containers/com.microsoft.Excel/Data/Documents/wef/（没有 wef 文件夹的新建一个），重启 Excel，在 开始→加载项 里选“开发区考评助手”。
- 网页版：开始→加载项→更多加载项→我的加载项→上传我的加载项，选 manifest.xml。
第一次打开可能要等一分钟。按 Ctrl+C 结束。
`;

/**
 * The pane's build with a server for sideloading into a real Excel: https on localhost with a certificate that the machine trusts. It is
 * asked for only here, never in a build. Where there is none to be had the program says why and ends.
 */
async function served(pane, { certificate = getHttpsServerOptions, say = (text) => process.stdout.write(text), end = process.exit } = {}) {
  let options;
  try {
    options = await certificate();
  } catch (error) {
    say(withoutCertificate(String(error instanceof Error ? error.message : error).trim()));
    return end(1);
  }
  return {
    ...pane,
    devServer: {
      port: Number(new URL(ADDRESS).port),
      server: { type: 'https', options },
      static: false,
      hot: false,
      liveReload: false,
      headers: { 'Access-Control-Allow-Origin': ADDRESS },
      onListening: () => say(sideloading),
    },
  };
}

module.exports = { served };
