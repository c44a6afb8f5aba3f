"""Builder of the body atlas: the reduced figure source becomes pictures and shapes.

The distances are decimetres throughout; y points up from the ground, the figure
faces +z, and the figure's own left is +x.
"""
