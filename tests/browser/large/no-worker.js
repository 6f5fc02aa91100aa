// A page where no worker may start: as with files of another origin.
window.Worker = class {
  constructor() {
    throw new DOMException("refused", "SecurityError");
  }
};
