declare module 'dmn-js/lib/NavigatedViewer' {
  const viewer: new (options: { container: HTMLElement }) => {
    importXML(xml: string): Promise<unknown>;
    destroy(): void;
  };
  export default viewer;
}
declare module 'bpmn-js/dist/assets/*';
declare module 'dmn-js/dist/assets/*';
