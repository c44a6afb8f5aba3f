"""Drawing the figure from its mesh at run time; numpy only, imported when first needed."""
