const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Long enough for a browser that asks where to save before it takes the bytes. */
const KEPT_MS = 60_000;

/** Hands bytes to the browser's downloads. */
export function saveAs(bytes: Uint8Array<ArrayBuffer>, name: string): void {
  const address = URL.createObjectURL(
    new Blob([bytes], { type: name.toLowerCase().endsWith('.xlsx') ? XLSX : 'application/octet-stream' }),
  );
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
}
