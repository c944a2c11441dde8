/** A YAML file is imported already parsed: webpack and jest both parse it while building. */
declare module '*.yaml' {
  const data: unknown;
  export default data;
}
