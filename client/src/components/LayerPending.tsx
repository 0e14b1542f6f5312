/** Stands where a dialog will be as long as it is being loaded: what is typed meanwhile was not meant for the page behind it. */
export const LayerPending = () => <span hidden data-layer-pending />
