declare function alone(testPath: string, source: string): boolean;
export = alone;
